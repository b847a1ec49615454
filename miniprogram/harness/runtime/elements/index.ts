/** All built-in components the harness knows. Importing it defines them. */

import "./containers";
import "./text-fields";
import "./choices";
import "./button";
import "./picker";
import "./pictures";
