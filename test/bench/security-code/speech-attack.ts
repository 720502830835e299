// Prints how many spoken codes matched filters read: the plain clips, and banks of their variants.
// Usage: node test/bench/security-code/speech-attack.ts [codes, 60 by default]
import { bankOfTemplates, countSolved, plainTemplates } from './speech/count-solved.ts';
import type { Template } from './speech/matched-filter.ts';

const codes = Number(process.argv[2] ?? 60);
const range = (min: number, max: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => min + ((max - min) * index) / (count - 1));

for (const language of ['vi', 'en'] as const) {
  const attacks: Readonly<Record<string, readonly Template[]>> = {
    'plain clips': plainTemplates(language),
    'bank of 7 speeds': bankOfTemplates(language, range(0.89, 1.11, 7), [1]),
    'bank of 9 speeds × 5 tempos': bankOfTemplates(
      language,
      range(0.885, 1.115, 9),
      range(0.92, 1.22, 5),
    ),
  };
  for (const [name, templates] of Object.entries(attacks)) {
    const start = process.cpuUsage();
    const { solved, digits } = countSolved(templates, language, codes);
    const { user, system } = process.cpuUsage(start);
    const seconds = ((user + system) / 1e6 / codes).toFixed(2);
    console.log(
      `${language}, ${name} (${templates.length} templates): solved ${solved} of ${codes}; ` +
        `${digits} of ${6 * codes} digits; ${seconds} s of one core each`,
    );
  }
}
