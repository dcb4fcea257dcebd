//! The page's fixed words: labels, buttons, short messages.

use crate::text::{Lang, word};

/// A fixed word or sentence of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the sentence below")]
pub enum Ui {
    AMonth,
    Applied,
    ApplyPhase,
    AsNow,
    AsPicture,
    AtPeak,
    AtRest,
    Begin,
    Beside,
    BinaryUnits,
    BringBack,
    CarriesOut,
    ChangeFirst,
    Copied,
    Copy,
    CopyByHand,
    CopyAll,
    CopyDamaged,
    CostNow,
    CostThen,
    Delete,
    Deleted,
    Dismiss,
    Download,
    DownloadAll,
    Duplicate,
    FigureShown,
    FileUnreadable,
    FileNames,
    FitsThen,
    Included,
    Intro,
    KeptPlans,
    Language,
    LinkCopied,
    NewPlan,
    NewerReady,
    NewerTake,
    NoPlans,
    NoPicture,
    OnAverage,
    OpenExample,
    OpenFile,
    OthersHint,
    Overage,
    PageCache,
    Parts,
    PlanName,
    PlanUntouched,
    Plans,
    Redo,
    Remove,
    Reset,
    RowInside,
    RowMemory,
    RowName,
    RowVcpu,
    SameAsNow,
    SaveFile,
    Share,
    ShareHint,
    SideToEdit,
    ShowChanges,
    SkipToParts,
    StorageFull,
    StorageRubbish,
    TableBill,
    TableCosts,
    TableParts,
    Tables,
    TakeAway,
    TakeAwayHint,
    TakeBack,
    TakesNothing,
    Theme,
    Tier,
    ToPay,
    Total,
    Undo,
    Unnamed,
    Usage,
    VerdictTitle,
    Why,
    WhyAndHow,
    WillBreak,
}

/// The word in a language.
#[expect(clippy::too_many_lines, reason = "a table of words")]
pub fn ui(words: Ui, lang: Lang) -> &'static str {
    match words {
        Ui::AMonth => word!(lang, "a month", "al mes"),
        Ui::Applied => word!(lang, "Done:", "Hecho:"),
        Ui::ApplyPhase => word!(lang, "Apply all", "Aplicar todo"),
        Ui::AsPicture => word!(lang, "As a picture (PNG)", "Como imagen (PNG)"),
        Ui::AsNow => word!(lang, "As it is now", "Como está ahora"),
        Ui::AtPeak => word!(lang, "At the peak", "En el pico"),
        Ui::AtRest => word!(lang, "At rest", "En reposo"),
        Ui::Begin => word!(lang, "Start with my own service", "Empezar con mi servicio"),
        Ui::Beside => word!(lang, "In other services", "En otros servicios"),
        Ui::BinaryUnits => word!(lang, "Show MiB and GiB", "Mostrar MiB y GiB"),
        Ui::CarriesOut => word!(lang, "It fixes:", "Corrige:"),
        Ui::BringBack => word!(lang, "Bring it back", "Recuperarlo"),
        Ui::ChangeFirst => word!(lang, "What to change first", "Qué cambiar primero"),
        Ui::Copied => word!(lang, "Copied.", "Copiado."),
        Ui::Copy => word!(lang, "Copy", "Copiar"),
        Ui::CopyAll => word!(lang, "Copy all", "Copiar todo"),
        Ui::CopyByHand => word!(
            lang,
            "The browser did not allow copying: select the text and copy it.",
            "El navegador no permitió copiar: selecciona el texto y cópialo."
        ),
        Ui::CopyDamaged => word!(lang, "Copy the link as it is", "Copiar el enlace tal cual"),
        Ui::CostNow => word!(lang, "Now, a month", "Ahora, al mes"),
        Ui::CostThen => word!(lang, "Then, a month", "Después, al mes"),
        Ui::Delete => word!(lang, "Delete this plan", "Eliminar este plan"),
        Ui::Deleted => word!(lang, "The plan was deleted.", "Se eliminó el plan."),
        Ui::Dismiss => word!(lang, "Dismiss", "Cerrar"),
        Ui::DownloadAll => word!(lang, "Download all (zip)", "Descargar todo (zip)"),
        Ui::Download => word!(lang, "Download", "Descargar"),
        Ui::Duplicate => word!(lang, "Duplicate this plan", "Duplicar este plan"),
        Ui::FigureShown => word!(lang, "Figure shown", "Cifra mostrada"),
        Ui::FileNames => word!(lang, "Files", "Archivos"),
        Ui::FileUnreadable => word!(
            lang,
            "The browser could not read this file.",
            "El navegador no pudo leer el archivo."
        ),
        Ui::FitsThen => word!(lang, "Does the target fit?", "¿Cabe el objetivo?"),
        Ui::Included => {
            word!(lang, "Included in the Railway plan", "Incluido en el plan de Railway")
        }
        Ui::Intro => word!(
            lang,
            "An example: a Django service that holds 5 GB at rest, and its owner's plan for it. Move a slider, apply a change, or",
            "Un ejemplo: un servicio Django que ocupa 5 GB en reposo, y el plan de su dueño. Mueve un control, aplica un cambio o"
        ),
        Ui::KeptPlans => {
            word!(lang, "Plans kept in this browser", "Planes guardados en este navegador")
        }
        Ui::Language => word!(lang, "Language", "Idioma"),
        Ui::LinkCopied => word!(
            lang,
            "Link copied. It holds the whole plan.",
            "Enlace copiado. Contiene todo el plan."
        ),
        Ui::NewPlan => word!(lang, "New plan", "Plan nuevo"),
        Ui::NewerReady => word!(
            lang,
            "A newer version of this page is ready. Your plan stays as it is.",
            "Hay una versión más reciente de esta página. Tu plan queda como está."
        ),
        Ui::NewerTake => word!(lang, "Use it now", "Usarla ahora"),
        Ui::NoPicture => word!(
            lang,
            "The browser could not draw the picture: take the drawing (SVG).",
            "El navegador no pudo dibujar la imagen: usa el dibujo (SVG)."
        ),
        Ui::NoPlans => word!(
            lang,
            "None yet. A plan is kept as soon as you change it.",
            "Ninguno todavía. Un plan se guarda en cuanto lo cambias."
        ),
        Ui::OnAverage => word!(lang, "On average (billed)", "En promedio (se cobra)"),
        Ui::OpenExample => word!(lang, "The example", "El ejemplo"),
        Ui::OpenFile => word!(
            lang,
            "Open a plan file (or drop it on the page)",
            "Abre un archivo de plan (o suéltalo en la página)"
        ),
        Ui::OthersHint => word!(
            lang,
            "What else runs: inside this service it takes of the limit, in another service only of the bill.",
            "Qué más se ejecuta: dentro de este servicio cuenta para el límite; en otro servicio, solo para la factura."
        ),
        Ui::Overage => word!(lang, "Overage", "Excedente"),
        Ui::PageCache => word!(
            lang,
            "Page cache (billed, reclaimable)",
            "Caché de páginas (se cobra, recuperable)"
        ),
        Ui::Parts => word!(lang, "Where the memory goes", "Adónde va la memoria"),
        Ui::PlanName => word!(lang, "Plan name", "Nombre del plan"),
        Ui::PlanUntouched => word!(lang, "Your plan is as it was.", "Tu plan sigue como estaba."),
        Ui::Plans => word!(lang, "Plans", "Planes"),
        Ui::Redo => word!(lang, "Redo", "Rehacer"),
        Ui::Remove => word!(lang, "Remove", "Quitar"),
        Ui::Reset => word!(lang, "Reset", "Restablecer"),
        Ui::RowInside => word!(lang, "inside this service", "dentro de este servicio"),
        Ui::RowMemory => word!(lang, "Memory", "Memoria"),
        Ui::RowName => word!(lang, "Name", "Nombre"),
        Ui::RowVcpu => word!(lang, "vCPU", "vCPU"),
        Ui::SameAsNow => word!(lang, "The same as it is now.", "Igual que ahora."),
        Ui::SaveFile => word!(lang, "Save as a file", "Guardar como archivo"),
        Ui::Share => word!(lang, "Share", "Compartir"),
        Ui::ShareHint => word!(
            lang,
            "This link holds the whole plan. No server keeps it.",
            "Este enlace contiene todo el plan. Ningún servidor lo guarda."
        ),
        Ui::ShowChanges => word!(lang, "What changes", "Qué cambia"),
        Ui::SideToEdit => word!(lang, "Side to edit", "Lado que se edita"),
        Ui::SkipToParts => word!(lang, "Skip to the settings", "Ir a los ajustes"),
        Ui::StorageFull => word!(
            lang,
            "This browser does not keep the plan (its storage is full or blocked). Share a link or save a file instead.",
            "Este navegador no guarda el plan (almacenamiento lleno o bloqueado). Comparte un enlace o guarda un archivo."
        ),
        Ui::StorageRubbish => word!(
            lang,
            "Some of what was kept in this browser is not a plan. What could be read is here.",
            "Parte de lo guardado en este navegador no es un plan. Aquí está lo que se pudo leer."
        ),
        Ui::TableBill => word!(lang, "The bill, line by line", "La factura, línea a línea"),
        Ui::TableCosts => word!(
            lang,
            "The Railway plans: where it fits, what they cost",
            "Los planes de Railway: en cuáles cabe y cuánto cuestan"
        ),
        Ui::TableParts => word!(lang, "Memory by part", "Memoria por parte"),
        Ui::Tables => word!(lang, "The numbers as tables", "Las cifras en tablas"),
        Ui::TakeAway => word!(lang, "Take it away", "Llévatelo"),
        Ui::TakeAwayHint => word!(
            lang,
            "Made from the target side (Then), as it stands now.",
            "Hecho con el lado objetivo (Después), tal como está ahora."
        ),
        Ui::TakeBack => word!(lang, "Take back", "Deshacer"),
        Ui::TakesNothing => word!(lang, "It takes no memory here.", "Aquí no ocupa memoria."),
        Ui::Theme => word!(lang, "Theme", "Tema"),
        Ui::Tier => word!(lang, "Railway plan", "Plan de Railway"),
        Ui::ToPay => word!(lang, "To pay", "A pagar"),
        Ui::Total => word!(lang, "Total", "Total"),
        Ui::Undo => word!(lang, "Undo", "Deshacer"),
        Ui::Unnamed => word!(lang, "Unnamed plan", "Plan sin nombre"),
        Ui::Usage => word!(lang, "Usage", "Uso"),
        Ui::VerdictTitle => {
            word!(lang, "Does it fit, and what does it cost?", "¿Cabe, y cuánto cuesta?")
        }
        Ui::Why => word!(lang, "Why this much?", "¿Por qué tanto?"),
        Ui::WhyAndHow => word!(lang, "Why, and how", "Por qué y cómo"),
        Ui::WillBreak => word!(lang, "Will break:", "Fallará:"),
    }
}
