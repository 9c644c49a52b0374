// The page 紧急求助: its link away hides the page first, and Shift three times does the same.

import { armLeaving } from "./leave.js";

armLeaving(document);
