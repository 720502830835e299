import type { GreyImage } from './grey-image.ts';

/** Each pixel the darkest, or the lightest, of those at most `radius` steps of `stride` pixels away. */
function spreadAlong(
  image: GreyImage,
  stride: number,
  radius: number,
  pick: 'max' | 'min',
): GreyImage {
  const { pixels } = image;
  const result = Uint8Array.from(pixels);
  for (let step = -radius; step <= radius; step += 1) {
    for (let index = 0; index < pixels.length; index += 1) {
      const other = pixels[index + step * stride];
      const best = result[index] ?? 0;
      if (other !== undefined && (pick === 'max' ? other > best : other < best)) {
        result[index] = other;
      }
    }
  }
  return { ...image, pixels: result };
}

const spread = (image: GreyImage, radius: number, pick: 'max' | 'min'): GreyImage =>
  spreadAlong(spreadAlong(image, 1, radius, pick), image.width, radius, pick);

/** The image without lines thinner than twice the radius, first the dark ones, then the light: crossing strokes go. */
export function smoothAway(image: GreyImage, radius: number): GreyImage {
  const withoutDark = spread(spread(image, radius, 'max'), radius, 'min');
  return spread(spread(withoutDark, radius, 'min'), radius, 'max');
}
