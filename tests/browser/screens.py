"""Every screen that staff work on, by a name, whose it is and where it stands."""

from dataclasses import dataclass

PART = "/es/espacio/actividades/"
PLANS = "/es/espacio/planes/"


@dataclass(frozen=True)
class Screen:
    """One screen: who reads it ("" is a reader who never signed in) and its address."""

    name: str
    who: str
    address: str
    status: int = 200


SCREENS = [
    # The door.
    Screen("sign-in", "", "/es/cuenta/entrar/"),
    Screen("letter-code", "", "/es/cuenta/invitacion/"),
    Screen("password-forgotten", "", "/es/cuenta/contrasena/olvidada/"),
    Screen("password-mailed", "", "/es/cuenta/contrasena/olvidada/enviada/"),
    Screen("not-open", "", "/es/cuenta/invitacion/nada/", 404),
    # The public forms.
    Screen("ask", "", "/es/preguntar/?of=sv-santa-tecla"),
    Screen("bulletin-ask", "", "/es/boletin/"),
    Screen("bulletin-asked", "", "/es/boletin/pedido/"),
    Screen("ask-sent", "", "/es/preguntar/enviada/"),
    Screen("take-down-by-address", "", "/es/pedir-retiro/"),
    Screen("take-down", "", "/es/pedir-retiro/?of=activity-{published}"),
    Screen("take-down-thanks", "", "/es/pedir-retiro/{thanks}/"),
    Screen("log", "", "/es/bitacora/"),
    Screen("public-activity", "", "/es/bitacora/{published}/"),
    Screen("not-found", "", "/es/nada/", 404),
    Screen("search", "", "/es/buscar/"),
    Screen("search-results", "", "/es/buscar/?q=prevencion&country=SV"),
    Screen("search-wrong", "", "/es/buscar/?q=a&year=mil", 422),
    Screen("glossary", "", "/es/glosario/"),
    Screen("glossary-term", "", "/es/glosario/comite-municipal-de-prevencion/"),
    # One's account.
    Screen("account", "newcomer", "/es/cuenta/"),
    Screen("two-steps", "newcomer", "/es/cuenta/dos-pasos/"),
    Screen("codes", "newcomer", "/es/cuenta/dos-pasos/codigos/"),
    Screen("app-off", "newcomer", "/es/cuenta/dos-pasos/aplicacion/quitar/"),
    Screen("passkey", "newcomer", "/es/cuenta/dos-pasos/llave/"),
    Screen("sessions", "newcomer", "/es/cuenta/sesiones/"),
    Screen("password", "newcomer", "/es/cuenta/contrasena/cambiar/"),
    Screen("password-again", "tecnica2", "/es/cuenta/contrasena-otra-vez/"),
    Screen("two-steps-none", "tecnica2", "/es/cuenta/dos-pasos/"),
    # A clerk's screens.
    Screen("front", "tecnica", "/es/espacio/"),
    Screen("quick-log", "tecnica", "/es/espacio/registro-rapido/"),
    Screen("activities", "tecnica", PART),
    Screen("month", "tecnica", "/es/espacio/mes/"),
    Screen("trash", "tecnica", "/es/espacio/papelera/"),
    Screen("files", "tecnica", "/es/espacio/archivos/"),
    Screen("prepare", "tecnica", f"{PART}preparar/"),
    Screen("held", "coordinacion", "/es/espacio/continuar/{held}/"),
    Screen("record", "tecnica", f"{PART}{{draft}}/"),
    Screen("edit", "tecnica", f"{PART}{{draft}}/editar/"),
    Screen("edit-returned", "tecnica", f"{PART}{{returned}}/editar/"),
    Screen("sent", "tecnica", f"{PART}{{waiting}}/enviada/"),
    Screen("details", "tecnica", f"{PART}{{draft}}/detalles/"),
    *(
        Screen(name, "tecnica", f"{PART}{{draft}}/detalles/{part}/")
        for name, part in (
            ("when", "cuando"), ("participants", "participantes"),
            ("groups", "poblacion"), ("results", "resultados"), ("cost", "costo"),
            ("partners", "aliados"),
        )
    ),
    Screen("evidence", "tecnica", f"{PART}{{draft}}/evidencias/"),
    Screen("photo", "tecnica", f"{PART}{{draft}}/evidencias/{{draft_photo}}/"),
    Screen("cover", "tecnica", f"{PART}{{draft}}/evidencias/{{draft_photo}}/recortar/"),
    Screen(
        "remove-photo",
        "tecnica",
        f"{PART}{{draft}}/evidencias/{{draft_photo}}/accion/quitar/",
    ),
    Screen(
        "consent",
        "tecnica",
        f"{PART}{{published}}/evidencias/{{published_photo}}/autorizacion/",
    ),
    Screen("discard", "tecnica", f"{PART}{{draft}}/accion/descartar/"),
    Screen("reopen", "tecnica", f"{PART}{{waiting}}/accion/retomar/"),
    Screen("refused", "tecnica", "/es/espacio/revision/", 403),
    # Plans that adapt an experience.
    Screen("plans", "tecnica", PLANS),
    Screen("adapt", "tecnica", f"{PLANS}nuevo/gt-mixco-municipio-seguro/"),
    Screen("adapt-refused", "asociacion", f"{PLANS}nuevo/gt-mixco-municipio-seguro/", 403),
    Screen("plan", "coordinacion", f"{PLANS}{{plan}}/"),
    *(
        Screen(f"plan-{name}", "tecnica", f"{PLANS}{{plan}}/seccion/{name}/")
        for name in ("about", "steps", "partners", "costs", "changes")
    ),
    Screen("plan-discard", "tecnica", f"{PLANS}{{plan}}/accion/discard/"),
    # A coordination's screens.
    Screen("hide", "coordinacion", f"{PART}{{published}}/accion/ocultar/"),
    Screen("withdraw", "coordinacion", f"{PART}{{published}}/accion/retirar/"),
    Screen("show", "coordinacion", f"{PART}{{hidden}}/accion/mostrar/"),
    Screen("take-downs", "coordinacion", "/es/espacio/retiros/"),
    Screen("take-down-asked", "coordinacion", "/es/espacio/retiros/{take_down}/"),
    Screen(
        "take-down-reason", "coordinacion", "/es/espacio/retiros/{no_reason}/motivo/"
    ),
    Screen("people", "coordinacion", "{people}"),
    Screen("invite", "coordinacion", "{people}invitar/"),
    Screen("replace", "coordinacion", "{people}cambiar-personal/"),
    Screen(
        "replaced", "coordinacion", "{people}cambios-de-personal/{replacement}/"
    ),
    # An association's screens.
    Screen("inbox", "asociacion", "/es/espacio/revision/"),
    Screen("questions", "asociacion", "/es/espacio/preguntas/"),
    Screen("question", "asociacion", "/es/espacio/preguntas/{question}/"),
    Screen("question-answered", "asociacion", "/es/espacio/preguntas/{answered}/"),
    Screen(
        "question-publish", "asociacion", "/es/espacio/preguntas/{answered}/publicar/"
    ),
    Screen("review", "asociacion", "/es/espacio/revision/{waiting}/"),
    # The secretariat's.
    Screen("secretariat-front", "secretaria", "/es/espacio/"),
    Screen("all-people", "secretaria", "/es/espacio/personas/"),
]  # fmt: skip
ADMIN = [
    Screen("admin", "secretaria", "/admin/"),
    Screen("add-municipality", "secretaria", "/admin/network/municipality/add/"),
    Screen("associations", "secretaria", "/admin/network/association/"),
    Screen("activities-listed", "secretaria", "/admin/network/activity/"),
    Screen("trail", "secretaria", "/admin/network/auditentry/"),
    Screen("deletions", "secretaria", "/admin/network/deletion/"),
    Screen("questions-listed", "secretaria", "/admin/network/question/"),
    Screen("take-downs-listed", "secretaria", "/admin/network/takedown/"),
]
