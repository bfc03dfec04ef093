package org.joinvoices.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Types a whole command and keeps what it prints. */
final class Typing {

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  /** What it printed since this was last asked. */
  String said() {
    return taken(out);
  }

  /** What it complained of since this was last asked. */
  String complaint() {
    return taken(err);
  }

  private static String taken(StringWriter writer) {
    String text = writer.toString();
    writer.getBuffer().setLength(0);
    return text;
  }

  int type(Object... words) {
    var typed = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      typed[i] = words[i].toString();
    }
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(typed);
  }
}
