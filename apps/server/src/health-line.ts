import type { Provider } from '@nestjs/common';
import { texts } from '#text/pages';
import { Readiness } from '../../api/src/readiness.js';
import { HealthLine } from '../../web/src/web.js';

const names = { postgres: 'databasen', temporal: 'Temporal (påminnelser)', kafka: 'Kafka (siffror och listor)' } as const;

/** The line at the foot of every page, from what /health/ready knows. */
export const healthLine: Provider = {
  provide: HealthLine,
  inject: [Readiness],
  useFactory: (readiness: Readiness): HealthLine => ({
    text: async () => {
      const { status, parts } = await readiness.now();
      if (status === 'ready') return texts.health.ready;
      const away = Object.entries(names).filter(([part]) => parts[part as keyof typeof names] === 'down').map(([, name]) => name);
      return away.length === 0 ? texts.health.degraded : `${texts.health.degraded} Borta just nu: ${away.join(', ')}.`;
    },
  }),
};
