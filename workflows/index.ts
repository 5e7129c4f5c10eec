export { complaint, deviation, lexMaria, lexSarah } from './case.workflow.js';
export { ivoNotification } from './ivo-notification.workflow.js';
export { dailyDigest, urgentMail } from './mail.workflow.js';
export { record } from './record.workflow.js';
