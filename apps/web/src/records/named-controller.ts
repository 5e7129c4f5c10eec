import type { Type } from '@nestjs/common';
import type { AnyRecordType } from '#domain/records/record-type';

/** A controller of one record type: Nest tells controllers apart by the name of their class. */
export function named(controller: Type<unknown>, { page }: AnyRecordType, suffix: string): Type<unknown> {
  Object.defineProperty(controller, 'name', { value: `${page.charAt(0).toUpperCase()}${page.slice(1)}${suffix}` });
  return controller;
}
