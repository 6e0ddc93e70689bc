import * as v from "valibot";

const NotesSchema = v.object({
  kind: v.literal("notes"),
  story: v.string(),
  step: v.number(),
  count: v.number(),
  title: v.string(),
  say: v.string(),
  look: v.string(),
  /** Title of the next step; null at the last one. */
  next: v.nullable(v.string()),
});

const MessageSchema = v.variant("kind", [
  NotesSchema,
  /** A window of notes has opened and wants to know where the story is. */
  v.object({ kind: v.literal("hello") }),
  /** So many steps on, or back. */
  v.object({ kind: v.literal("go"), steps: v.picklist([1, -1]) }),
  v.object({ kind: v.literal("left") }),
]);

export type Notes = v.InferOutput<typeof NotesSchema>;
type Message = v.InferOutput<typeof MessageSchema>;

/** Messages between the page that plays a story and its notes window, in one browser. */
export interface NotesChannel {
  send: (message: Message) => void;
  close: () => void;
}

export function openNotesChannel(onMessage: (message: Message) => void): NotesChannel {
  const channel = new BroadcastChannel("azs-backup.demo.notes");
  channel.addEventListener("message", ({ data }) => {
    const parsed = v.safeParse(MessageSchema, data);
    if (parsed.success) onMessage(parsed.output);
  });
  return { send: (message) => channel.postMessage(message), close: () => channel.close() };
}
