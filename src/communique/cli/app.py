"""The commands, put together. A command imports what it runs on only when it runs."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from communique.cli.convert import convert
from communique.cli.export import export
from communique.cli.import_ import import_
from communique.cli.options import debugging
from communique.cli.read import read
from communique.cli.schema import schema
from communique.cli.show import show
from communique.cli.validate import validate
from communique.cli.version import version
from communique.cli.view import view
from communique.errors import CommuniqueError, GazetteerError, LexiconError, UsageError

FAILED, MISUSED, OUR_FAULT = 1, 2, 3
"""Exit codes; 0 is all well, 130 interrupted."""


class Command(TyperCommand):
    """A command whose help names no types where there is nothing to choose."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Arguments and options."""
        return _without_types(super().get_params(ctx))


class Guard(TyperGroup):
    """Turns what a command raises into one readable line on stderr and an exit code."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Options before the command."""
        return _without_types(super().get_params(ctx))

    def invoke(self, ctx: Any) -> Any:
        """Run the command that the arguments name."""
        try:
            _speak_utf8()
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort):
            raise
        except BrokenPipeError:
            _let_go_of_stdout()
            raise typer.Exit(0) from None
        except Exception as error:
            # Wrong usage, which Typer words itself; its class has no public name.
            if hasattr(error, "exit_code"):
                raise
            if debugging(ctx):
                traceback.print_exc()
            else:
                print(_worded(error), file=sys.stderr)
            raise typer.Exit(_code(error)) from None


def _without_types(params: list[Any]) -> list[Any]:
    """Typer would write ``<bool>`` beside a flag and ``<list[str]>`` beside names of files."""
    for param in params:
        if isinstance(param, TyperOption) and param.is_flag and param.metavar is None:
            param.metavar = ""
        elif isinstance(param, TyperArgument):
            param.display_type_rich = lambda ctx: None  # type: ignore[method-assign]
    return params


app = typer.Typer(
    name="communique",
    cls=Guard,
    help="Turn articles about international politics into JSON whose every field can be checked against "
    "the words it came from.",
    epilog="Exit codes: 0 all well, 1 some document invalid or failed, 2 wrong usage or missing file, "
    "3 our fault, 130 interrupted.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        version()
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    pass


app.command("convert", cls=Command)(convert)
app.command("read", cls=Command)(read)
app.command("validate", cls=Command)(validate)
app.command("show", cls=Command)(show)
app.command("view", cls=Command)(view)
app.command("export", cls=Command)(export)
app.command("import", cls=Command)(import_)
app.command("schema", cls=Command)(schema)
app.command("version", cls=Command)(version)


def _worded(error: Exception) -> str:
    if isinstance(error, CommuniqueError):
        return f"communique: {error}"
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return f"communique: {name}{error.strerror or error}"
    return (
        f"communique: a fault of communique's own: {type(error).__name__}: {error} "
        "(run it again with --debug, and report what it prints)"
    )


def _code(error: Exception) -> int:
    if isinstance(error, CommuniqueError):
        return MISUSED if isinstance(error, (UsageError, GazetteerError, LexiconError)) else FAILED
    return MISUSED if isinstance(error, OSError) else OUR_FAULT


def _speak_utf8() -> None:
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        # In tests and in some shells these are not real files.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def _let_go_of_stdout() -> None:
    # Python flushes stdout when it exits, and would complain once more.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
