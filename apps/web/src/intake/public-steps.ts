import type { Request } from 'express';
import type { PublicStep } from '#text/public-report';
import type { Fault } from '#ui/error-summary';
import type { FormBody } from '../frame/request.js';
import { Unfinished } from '../frame/unfinished.js';
import type { Notice } from './public-report.page.js';

/** What the page of a step shows besides the fields. */
export interface Shown {
  readonly step: PublicStep;
  readonly faults?: readonly Fault[];
  readonly fromReview?: boolean;
  readonly notice?: Notice | null;
}

interface KeptSteps {
  readonly fields: FormBody;
  /** Why the last step is shown again, if it is. */
  readonly stopped: Pick<Shown, 'step' | 'faults' | 'notice'> | null;
}

/** The answers of the public's form between its steps: stored for the browser alone, with nothing that identifies a person. */
export class PublicSteps {
  constructor(private readonly unfinished: Unfinished) {}

  keep(request: Request, form: string, fields: FormBody, { step, faults = [], notice = null }: Shown): Promise<boolean> {
    const stopped = faults.length === 0 && notice === null ? null : { step, faults, notice };
    return Unfinished.isId(form) ? this.unfinished.keep(request, form, { fields, stopped } satisfies KeptSteps) : Promise.resolve(false);
  }

  /** @throws DatabaseFault */
  find(request: Request, form: string): Promise<KeptSteps | null> {
    return this.unfinished.find<KeptSteps>(request, form);
  }
}
