import { expect } from '@open-wc/testing';
import { scanFile } from './testing/fixtures.js';
import { pngFile, qrCode, svgFile } from './qr-code.js';

const HOST = 'https://virk.dk/';
const long = (length: number) => HOST + 'a1-'.repeat(length).slice(0, length - HOST.length);

/** Whether a module is dark; counted with the quiet zone. */
function isDark(path: string, x: number, y: number): boolean {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].some(([, left, top, width]) => {
    const offset = x - Number(left);
    return y === Number(top) && offset >= 0 && offset < Number(width);
  });
}

describe('a QR code', () => {
  for (const length of [16, 17, 90, 105, 117, 300, 700, 1200]) {
    it(`of ${length} characters reads the same in both files`, async () => {
      const text = long(length);
      const code = qrCode(text);
      expect(await scanFile(svgFile(code))).to.equal(text);
      expect(await scanFile((await pngFile(code))!)).to.equal(text);
    });
  }

  it('can be made of the longest address that is read', () => {
    expect(qrCode(long(2048)).size).to.be.at.most(177 + 8);
  });

  it('has four light modules on every side, and its corners begin there', () => {
    const { size, path } = qrCode(long(105));
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)].map((run) => run.slice(1).map(Number));
    expect(runs.length).to.equal(path.split('M').length - 1);
    expect(Math.min(...runs.map(([, , width]) => width!))).to.equal(1);
    expect(Math.min(...runs.map(([left]) => left!))).to.equal(4);
    expect(Math.min(...runs.map(([, top]) => top!))).to.equal(4);
    expect(Math.max(...runs.map(([left, , width]) => left! + width!))).to.equal(size - 4);
    expect(Math.max(...runs.map(([, top]) => top! + 1))).to.equal(size - 4);
  });

  it('says error correction level M', () => {
    // The first two bits of the format information, masked with 10: level M is 00 (ISO/IEC 18004, 7.9).
    const { path } = qrCode(long(117));
    expect([isDark(path, 4, 12), isDark(path, 5, 12)]).to.deep.equal([true, false]);
  });

  it('is 3 cm wide in its file without the quiet zone, however small', async () => {
    const code = qrCode('x');
    const text = await svgFile(code).text();
    expect(text).to.contain('width="42mm"');
    expect((42 * (code.size - 8)) / code.size).to.be.at.least(30);
  });

  it('has whole pixels in its picture', async () => {
    const code = qrCode(long(105));
    const { width } = await createImageBitmap((await pngFile(code))!);
    expect(width % code.size).to.equal(0);
    expect(width).to.be.at.least(1000);
  });

  it('gives no picture where the browser keeps the canvas back', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = () => null;
    try {
      expect(await pngFile(qrCode('x'))).to.equal(null);
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
  });
});
