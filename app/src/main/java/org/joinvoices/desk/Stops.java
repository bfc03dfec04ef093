package org.joinvoices.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.joinvoices.delivery.LaneStops;
import org.joinvoices.delivery.Route;
import org.joinvoices.platform.mail.StoppedMails;
import org.joinvoices.platform.web.Words;

/** What goes out for no letter until somebody at the command line says so. */
public final class Stops {

  private static final Words WORDS = DeskPages.WORDS;

  private final LaneStops lanes;
  private final StoppedMails mails;

  Stops(DataSource dataSource, InstantSource machine) {
    this.lanes = new LaneStops(dataSource, machine);
    this.mails = new StoppedMails(dataSource);
  }

  /** A sentence each. */
  public List<String> list() {
    var sentences = new ArrayList<String>();
    lanes.list().forEach((lane, code) -> sentences.add(stop(lane, code)));
    long waiting = mails.count();
    if (waiting > 0) {
      sentences.add(WORDS.get("stopped.mails", WORDS.formats().number(waiting)));
    }
    return sentences;
  }

  private static String stop(Route lane, String code) {
    String name = WORDS.get("stopped." + lane.word());
    return code.equals(LaneStops.RESTORED)
        ? WORDS.get("stopped.lane.restored", name, lane.word())
        : WORDS.get("stopped.lane.gateway", name, code, lane.word());
  }
}
