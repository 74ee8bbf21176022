/**
 * Code that not every page needs: it comes once it is first asked for, and `came` runs when it is there. Where the page
 * cannot load it, `blocked` runs once.
 */
export function lateCode<Code>(
  load: () => Promise<Code>,
  came: () => void,
  blocked: () => void,
): () => Code | undefined {
  let code: Code | undefined;
  let asked = false;
  const take = (loaded: Code) => {
    code = loaded;
    came();
  };
  return () => {
    if (!asked) load().then(take, blocked);
    asked = true;
    return code;
  };
}
