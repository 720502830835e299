// Reads codes out of the pictures' markup, ours and those of svg-captcha as it comes, and prints how many of them.
import { type Attack, countSolved } from './attacks/attack.ts';
import { learnCommandLetters } from './attacks/command-letters.ts';
import { learnOutlineGeometry } from './attacks/outline-geometry.ts';
import { drawMany, drawOurs, drawStock } from './support/sample.ts';

const known = 3000;
const fresh = 400;

const attacks: Readonly<Record<string, Attack>> = {
  'command letters': learnCommandLetters,
  'outline geometry': learnOutlineGeometry,
};
for (const [kind, draw] of Object.entries({ ours: drawOurs, stock: drawStock })) {
  const samples = drawMany(draw, known);
  for (const [name, learn] of Object.entries(attacks)) {
    const solved = countSolved(learn(samples), drawMany(draw, fresh));
    process.stdout.write(`${name}, ${kind}: solved ${solved} of ${fresh}\n`);
  }
}
