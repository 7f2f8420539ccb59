/** Keeps the chosen row of a list in sight: `use:follow={row is chosen}`. */
export function follow(node: HTMLElement, on: boolean): { update: (on: boolean) => void } {
  const show = (now: boolean) => {
    if (now) node.scrollIntoView({ block: 'nearest' });
  };
  show(on);
  return { update: show };
}
