import { correction, generate } from 'lean-qr/nano';

/** A QR code to be drawn: `path` is the dark modules in a square of `size` by `size` units, quiet zone included. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** Light modules on every side (ISO/IEC 18004, 'quiet zone'). */
const QUIET_ZONE = 4;
/** Dark on light, whatever the theme: a file is printed, and scanners want it so. */
const [PLATE, INK] = ['#fff', '#000'];
/** Edge of the picture in pixels, at least: 8 cm at 300 dots an inch. */
const PNG_PIXELS = 1000;
/** Edge of the drawing: even the smallest code is then 3 cm wide without its quiet zone. */
const SVG_EDGE = '42mm';

/**
 * The code of a text, with error correction level M (15 %). Made here: nothing is asked of anybody.
 * @param text at most 2,331 bytes in UTF-8
 */
export function qrCode(text: string): QrCode {
  const bitmap = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < bitmap.size; y++) {
    for (let x = 0; x < bitmap.size; x++) {
      const from = x;
      while (bitmap.get(x, y)) x++;
      const left = from + QUIET_ZONE;
      if (x > from) path += `M${left} ${y + QUIET_ZONE}h${x - from}v1H${left}z`;
    }
  }
  return { size: bitmap.size + 2 * QUIET_ZONE, path };
}

/** The code as a drawing to save. */
export function svgFile({ size, path }: QrCode): Blob {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${SVG_EDGE}" height="${SVG_EDGE}" shape-rendering="crispEdges"><path fill="${PLATE}" d="M0 0h${size}v${size}H0z"/><path fill="${INK}" d="${path}"/></svg>`;
  return new Blob([text], { type: 'image/svg+xml' });
}

/**
 * The code as a picture to save, each module a whole number of pixels.
 * @returns null where the browser keeps canvas content back
 */
export function pngFile({ size, path }: QrCode): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const scale = Math.ceil(PNG_PIXELS / size);
  canvas.width = canvas.height = size * scale;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.scale(scale, scale);
  context.fillStyle = PLATE;
  context.fillRect(0, 0, size, size);
  context.fillStyle = INK;
  context.fill(new Path2D(path));
  return new Promise((resolve) => canvas.toBlob(resolve));
}
