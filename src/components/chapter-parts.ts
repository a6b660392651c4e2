import Chart from './Chart.astro';
import Claim from './Claim.astro';
import Later from './Later.astro';
import Person from './Person.astro';
import ProseLink from './ProseLink.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import SubHeading from './SubHeading.astro';

/** What the words of a chapter are made of: src/authoring/components.ts says how an editor writes them. */
export const CHAPTER_PARTS = { Chart, Claim, Later, Person, Step, Steps, a: ProseLink, h2: SubHeading };
