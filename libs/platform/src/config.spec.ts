import { readConfig } from './config.js';

describe('The public address', () => {
  it.each([
    ['https://gensvar.example', 'https://gensvar.example'],
    ['https://gensvar.example/', 'https://gensvar.example'],
    ['https://gensvar.example/avvikelser//', 'https://gensvar.example/avvikelser'],
    ['', 'http://127.0.0.1:3000'],
  ])('%j is %s: it ends without a slash, since paths are put after it', (given, meant) => {
    expect(readConfig({ GENSVAR_PUBLIC_URL: given }).publicUrl).toBe(meant);
  });
});
