/** Squares of the difference hash: nine a row give eight comparisons. */
const [columns, rows] = [9, 8];

/** Pixels of one square's edge; the picture is averaged square by square, so that browsers' own scaling matters little. */
const edge = 8;

/** Levels of grey by which neighbours must differ to say anything. */
const noise = 2;

/** Fewer telling neighbours than this are a blank page, which would look like any other. */
const leastTelling = 8;

/** Size that a picture is drawn in before it is hashed. */
export const [hashWidth, hashHeight] = [columns * edge, rows * edge];

/** The difference hash of pixels (RGBA, hashWidth × hashHeight), 16 hexadecimal digits; nothing for a picture without structure. */
export function differenceHash(pixels: Uint8ClampedArray): string | undefined {
  const grey = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_unused, column) => meanOf(pixels, row, column)));
  let bits = 0n;
  let telling = 0;
  for (const line of grey) {
    for (let column = 0; column + 1 < columns; column++) {
      const difference = line[column]! - line[column + 1]!;
      bits = (bits << 1n) | (difference > noise ? 1n : 0n);
      if (Math.abs(difference) > noise) telling++;
    }
  }
  return telling < leastTelling ? undefined : bits.toString(16).padStart(16, '0');
}

/** Bits by which two hashes differ. */
export function distanceOf(one: string, other: string): number {
  let rest = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; rest > 0n; rest &= rest - 1n) count++;
  return count;
}

/** The hash of something that can be drawn. */
export function hashOfPicture(source: CanvasImageSource): string | undefined {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [hashWidth, hashHeight];
  const surface = canvas.getContext('2d', { willReadFrequently: true });
  if (!surface) return undefined;
  surface.fillStyle = '#fff';
  surface.fillRect(0, 0, hashWidth, hashHeight);
  surface.imageSmoothingQuality = 'high';
  surface.drawImage(source, 0, 0, hashWidth, hashHeight);
  return differenceHash(surface.getImageData(0, 0, hashWidth, hashHeight).data);
}

/** The hash of a file; nothing for one that is no picture or can't be drawn, which keeps nobody from uploading it. */
export async function hashOfFile(file: File): Promise<string | undefined> {
  if (!file.type.startsWith('image/')) return undefined;
  try {
    const picture = await createImageBitmap(file);
    const hash = hashOfPicture(picture);
    picture.close();
    return hash;
  } catch {
    return undefined;
  }
}

function meanOf(pixels: Uint8ClampedArray, row: number, column: number): number {
  let sum = 0;
  for (let y = row * edge; y < (row + 1) * edge; y++) {
    for (let x = column * edge; x < (column + 1) * edge; x++) {
      const at = (y * hashWidth + x) * 4;
      sum += 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
    }
  }
  return sum / (edge * edge);
}
