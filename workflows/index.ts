export { caseWorkflow as complaint, caseWorkflow as deviation, caseWorkflow as lexMaria, caseWorkflow as lexSarah } from './case.workflow.js';
export { dailyDigest, urgentMail } from './mail.workflow.js';
