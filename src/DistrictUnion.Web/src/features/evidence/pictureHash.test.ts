import { expect, test } from 'vitest';
import { differenceHash, distanceOf, hashHeight, hashWidth } from './pictureHash';

function picture(grey: (x: number, y: number) => number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(hashWidth * hashHeight * 4);
  for (let y = 0; y < hashHeight; y++) {
    for (let x = 0; x < hashWidth; x++) pixels.fill(grey(x, y), (y * hashWidth + x) * 4, (y * hashWidth + x) * 4 + 3);
  }
  return pixels;
}

const scene = (x: number, y: number) => 128 + 100 * Math.sin(x / 9 + y / 17) * Math.cos(y / 11);

test('a picture that darkens to the right has every bit, one that brightens has none', () => {
  expect(differenceHash(picture((x) => 255 - 3 * x))).toBe('ffffffffffffffff');
  expect(differenceHash(picture((x) => 3 * x))).toBe('0000000000000000');
});

test('the rows follow one another from the top', () => {
  expect(differenceHash(picture((x, y) => (y < 8 ? 255 - 3 * x : 3 * x)))).toBe('ff00000000000000');
});

test('a blank page has no hash, for it would look like any other', () => {
  expect(differenceHash(picture(() => 255))).toBeUndefined();
  expect(differenceHash(picture((x, y) => 250 + ((x + y) % 2)))).toBeUndefined();
});

test('a brighter or noisier copy is alike, another scene is not', () => {
  const own = differenceHash(picture(scene))!;
  expect(distanceOf(own, differenceHash(picture((x, y) => scene(x, y) * 0.8 + 40))!)).toBeLessThanOrEqual(6);
  expect(distanceOf(own, differenceHash(picture((x, y) => scene(x, y) + ((x * 7 + y * 13) % 9)))!)).toBeLessThanOrEqual(6);
  expect(distanceOf(own, differenceHash(picture((x, y) => scene(y * 2, x)))!)).toBeGreaterThan(6);
});

test('the distance counts differing bits', () => {
  expect(distanceOf('0000000000000000', 'ffffffffffffffff')).toBe(64);
  expect(distanceOf('8000000000000001', '8000000000000000')).toBe(1);
});
