export { SkrankeContactPointPicker } from './contact-point-picker.js';
export {
  SkrankeContactPointChosenEvent,
  SkrankeInformationChangedEvent,
  type ContactPointChosenDetail,
  type ContactPointPickerEventMap,
  type InformationField,
  type PathStep,
} from './contact-point-picker.events.js';
export type { ContactPointPickerMessages } from './contact-point-picker.messages.js';
