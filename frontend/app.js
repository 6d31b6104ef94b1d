// Behaviour that every page has. Pages work without it; it makes them quick.
import "./shell/theme.js";
import "./shell/menus.js";
import "./shell/dialogs.js";
import "./shell/keys.js";
import "./shell/toasts.js";
import "./shell/panes.js";
import "./shell/fields.js";
import "./shell/passkeys.js";
