//! The system's own message box, for what has to be said when there is no window.

/// Whether there is a screen that a window can be opened on.
pub(crate) fn has_screen() -> bool {
    system::has_screen()
}

/// Shows a text and waits until it was read. It stands on the terminal too, if there is one.
///
/// `close`: what the one button says, where it does not speak the system's own language.
pub(crate) fn show(title: &str, text: &str, close: &str) {
    eprintln!("{title}\n\n{text}");
    system::show(title, text, close);
}

#[cfg(windows)]
mod system {
    use winsafe::prelude::Handle;
    use winsafe::{HWND, co};

    pub(super) fn has_screen() -> bool {
        true
    }

    pub(super) fn show(title: &str, text: &str, _: &str) {
        if let Err(error) = HWND::NULL.MessageBox(text, title, co::MB::ICONERROR | co::MB::SETFOREGROUND) {
            tracing::error!(%error, "the message was not shown");
        }
    }
}

#[cfg(target_os = "linux")]
mod system {
    use gtk::prelude::{DialogExt, GtkWindowExt, MessageDialogExt};
    use gtk::{ButtonsType, DialogFlags, MessageDialog, MessageType, ResponseType, Window};

    /// Asked on the thread that the window will be made on: GTK stays with the first.
    pub(super) fn has_screen() -> bool {
        gtk::init().is_ok()
    }

    pub(super) fn show(title: &str, text: &str, close: &str) {
        if !has_screen() {
            return;
        }
        let (flags, kind) = (DialogFlags::MODAL, MessageType::Error);
        let dialog = MessageDialog::new(None::<&Window>, flags, kind, ButtonsType::None, title);
        _ = dialog.add_button(close, ResponseType::Close);
        dialog.set_title(title);
        dialog.set_secondary_text(Some(text));
        dialog.run();
        dialog.close();
    }
}

#[cfg(not(any(windows, target_os = "linux")))]
mod system {
    pub(super) fn has_screen() -> bool {
        true
    }

    /// On the terminal only.
    pub(super) fn show(_: &str, _: &str, _: &str) {}
}
