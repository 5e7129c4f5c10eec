import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';

/** In this order: what stands later wins. */
const sheets = ['gensvar', 'work', 'case', 'report', 'figures', 'print'];
const css = sheets.map((name) => readFileSync(new URL(`./assets/${name}.css`, import.meta.url), 'utf8')).join('\n');
const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#14415e"/><path d="M9 17l5 5 9-12" fill="none" stroke="#fff" stroke-width="3"/></svg>';

/** What the pages are dressed in. Read once: it changes with a release. */
@Controller('assets')
export class AssetsController {
  @Get('gensvar.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  styles(): string {
    return css;
  }

  @Get('gensvar.svg')
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'public, max-age=86400')
  icon(): string {
    return mark;
  }
}
