/** Somebody with an account. All of it is public, and good for nothing but this demo. */
export interface Person {
  /** Opaque: it tells neither a name nor an address. What pages and replies tell of who is signed in. */
  id: string;
  username: string;
  password: string;
  name: string;
  role: string;
}

/** What may be told of a person to their own pages. */
export type Named = Pick<Person, 'id' | 'name' | 'role'>;

export const named = ({ id, name, role }: Person): Named => ({ id, name, role });

export const personOf = (people: readonly Person[], id: string | undefined): Person | undefined =>
  people.find((person) => person.id === id);

/** Whose name and password these are. */
export function whoTyped(people: readonly Person[], typed: Record<string, unknown>): Person | undefined {
  return people.find(({ username, password }) => username === typed.username && password === typed.password);
}
