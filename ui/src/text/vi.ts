/** Every visible string of the window. A sentence with values is a function. */

import { approving } from './vi/approving';
import { areas } from './vi/areas';
import { attachments } from './vi/attachments';
import { documents, issuing } from './vi/documents';
import { findings } from './vi/findings';
import { forms } from './vi/forms';
import { importing } from './vi/importing';
import { keying } from './vi/keying';
import { made } from './vi/made';
import { measures } from './vi/measures';
import { papers } from './vi/papers';
import { costs } from './vi/papers-costs';
import { flyers } from './vi/papers-flyers';
import { news, posting } from './vi/papers-posting';
import { printed } from './vi/papers-printed';
import { pdf } from './vi/pdf';
import { plan } from './vi/plan';
import { privacy } from './vi/privacy';
import { progress } from './vi/progress';
import { queries } from './vi/queries';
import { radar } from './vi/radar';
import { report } from './vi/report';
import { rescue } from './vi/rescue';
import { schedule } from './vi/schedule';
import { scheduling } from './vi/scheduling';
import { second } from './vi/second';
import { settings } from './vi/settings';
import { actions, places, shell, waiting } from './vi/shell';
import { stale } from './vi/stale';
import { start } from './vi/start';
import { chase, tasks, units } from './vi/tasks';
import { teams } from './vi/teams';
import { today } from './vi/today';
import { undo } from './vi/undo';
import { verify } from './vi/verify';

export const vi = { approving, attachments, progress, documents, issuing, radar, measures, queries, actions, places, waiting, shell, start, today, plan, areas, schedule, scheduling, teams, privacy, keying, papers, printed, flyers, posting, news, costs, pdf, report, rescue, settings, forms, importing, made, undo, stale, tasks, units, chase, verify, second, findings };
