type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

/** The object without some of its fields. */
export function omit<T extends object, Key extends string>(
  object: T,
  ...keys: Key[]
): DistributiveOmit<T, Key> {
  const rest = Object.entries(object).filter(([key]) => !keys.includes(key as Key));
  return Object.fromEntries(rest) as DistributiveOmit<T, Key>;
}
