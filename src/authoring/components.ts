/** The components an editor may use in a chapter, with their properties: the vocabulary of the story. */
export const COMPONENTS = {
  /** After a sentence: the claim, or claims, it rests on. `<Claim id="ru-delegation-lands" />` */
  Claim: { place: 'sentence', props: { id: { required: true, references: 'claims', list: true } } },
  /** On its own lines: a chart, as it is or in one of its states. `<Chart id="istanbul" state="evening" />` */
  Chart: {
    place: 'block',
    props: {
      id: { required: true, references: 'charts', list: false },
      state: { required: false, references: 'states', list: false },
    },
  },
  /** Around steps that move one chart: `<Steps chart="istanbul">`, then `<Step>`s, then `</Steps>`. */
  Steps: { place: 'block', props: { chart: { required: true, references: 'charts', list: false } } },
  /** In `<Steps>`: paragraphs, and the state that the chart takes beside them. `<Step state="wait">` … `</Step>` */
  Step: { place: 'block', props: { state: { required: true, references: 'states', list: false } } },
  /** Around a name: opens the person's card. `<Person id="medinsky">Vladimir Medinsky</Person>` */
  Person: { place: 'sentence', props: { id: { required: true, references: 'actors', list: false } } },
  /** Around paragraphs on what became known after midday on 15 May. `<Later>` … `</Later>` */
  Later: { place: 'block', props: {} },
} as const satisfies Record<string, ComponentRule>;

export interface ComponentRule {
  place: 'sentence' | 'block';
  props: Record<string, PropRule>;
}

interface PropRule {
  required: boolean;
  /** The entries whose ids the property takes. */
  references: 'claims' | 'charts' | 'states' | 'actors';
  /** Whether it takes several ids, with spaces between them. */
  list: boolean;
}
