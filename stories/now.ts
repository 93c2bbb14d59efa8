/** A Sunday morning in winter time: the clock of the stories and of the tests stands still there. */
export const NOW = '2026-11-22T10:00:00+01:00';
