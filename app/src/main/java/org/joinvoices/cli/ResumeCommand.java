package org.joinvoices.cli;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.delivery.LaneStops;
import org.joinvoices.delivery.Route;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.mail.StoppedMails;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switching;
import picocli.CommandLine.Command;

/** {@code resume}: lets go on what a gateway, a restore or {@code pause} stopped. */
@Command(
    name = "resume",
    description = {
      "Ends a pause; and lets messages to a chamber, e-mail to offices, or the mails a backup brought back, go",
      "out again: stopped by the gateway (wrong key or name), or by ./joinvoices restore.",
      "./joinvoices status says what is stopped or paused, and why."
    },
    mixinStandardHelpOptions = true)
final class ResumeCommand extends SwitchCommand {

  @Override
  String turn(SwitchName name, Switch what, DataSource database) {
    boolean paused = new Switching(database, MACHINE).resume(new Actor.CommandLine(), what);
    if (name instanceof SwitchName.OfLane(var lane)) {
      return lane(lane, paused, database);
    }
    if (what.equals(Switch.MAILS)) {
      return mails(paused, database);
    }
    return paused ? "resumed (it was paused)" : "was not paused";
  }

  /** Both at once: whoever says that messages may go means it. */
  private static String lane(Route lane, boolean paused, DataSource database) {
    List<String> was = new ArrayList<>();
    new LaneStops(database, MACHINE)
        .resume(lane)
        .ifPresent(
            code -> {
              note(act(lane), database);
              was.add("stopped: " + code);
            });
    if (paused) {
      was.add("paused");
    }
    return was.isEmpty()
        ? "was not stopped"
        : "resumed (it was " + String.join("; and ", was) + ")";
  }

  private static String mails(boolean paused, DataSource database) {
    int stopped = new StoppedMails(database).resume();
    if (stopped > 0) {
      note(AuditAct.MAILS_RESUMED, database);
      return "resumed, " + stopped + " of them" + (paused ? " (they were paused, too)" : "");
    }
    return paused ? "resumed (they were paused)" : "none were stopped";
  }

  private static AuditAct act(Route route) {
    return switch (route) {
      case HOUSE -> AuditAct.HOUSE_RESUMED;
      case SENATE -> AuditAct.SENATE_RESUMED;
      case OFFICE_MAIL -> AuditAct.OFFICE_MAIL_RESUMED;
      case PACKET, HAND_OFF ->
          throw new IllegalStateException("nothing is sent by " + route.word());
    };
  }

  private static void note(AuditAct act, DataSource database) {
    new AuditTrail(database, MACHINE).append(new Actor.CommandLine(), act, Vault.HOUSE);
  }

  @Override
  String wait(String what) {
    return what + " that wait to go";
  }
}
