/** Prefix of a code in case_list.codes → the list that has its label. `q` finds cases by these. */
export const codedLists = {
  kind: 'kind',
  stage: 'stage',
  source: 'source',
  channel: 'channel',
  opinion: 'opinionType',
  category: 'complaintCategory',
  law: 'lawArea',
} as const;
