interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How much of one is hidden by the other, in square pixels. */
function overlap(one: Rect, other: Rect): number {
  const shared = (from: 'left' | 'top', size: 'width' | 'height') =>
    Math.min(one[from] + one[size], other[from] + other[size]) - Math.max(one[from], other[from]);
  return Math.max(0, shared('left', 'width')) * Math.max(0, shared('top', 'height'));
}

/** What has focus stays in sight (WCAG 2.4.11): whether the banner had better be at the upper edge. */
export function isBetterUp(banner: Rect, focus: Rect, isUp: boolean, viewHeight: number): boolean {
  const hidden = overlap(banner, focus);
  if (!hidden) return isUp;
  const mirrored = { ...banner, top: viewHeight - banner.top - banner.height };
  return overlap(mirrored, focus) < hidden ? !isUp : isUp;
}
