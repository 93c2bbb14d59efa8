/** The version of the package. A test compares it with package.json (no JSON import: it must also load unbundled). */
export const version = '0.1.0';
