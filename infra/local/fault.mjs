/** A fault that a person can mend: one Swedish sentence and what to do. */
export class Fault extends Error {
  /**
   * @param {string} sentence what is wrong
   * @param {string} wayOut what to do about it
   */
  constructor(sentence, wayOut) {
    super(`${sentence} ${wayOut}`);
    this.name = 'Fault';
  }
}

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|getaddrinfo|Could not transfer|Unknown host|UnknownHost|NewConnectionError|Connection refused|Temporary failure in name resolution|timed out|Could not find a version|No matching distribution/i;

/**
 * Tells "the registry cannot be reached" from other failures of a package client.
 * @param {string} output what the client printed
 */
export const looksUnreachable = (output) => unreachable.test(output);
