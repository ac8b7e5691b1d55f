/** Closes what was opened, the last first, and all of it whatever fails; then throws what failed first. */
export async function closeAll(closing: readonly (() => Promise<void>)[]): Promise<void> {
  const failed: unknown[] = [];
  for (const close of closing.toReversed()) {
    try {
      await close();
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
}
