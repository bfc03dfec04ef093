package org.joinvoices.desk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.delivery.LaneStops;
import org.joinvoices.delivery.Route;
import org.joinvoices.platform.mail.StoppedMails;
import org.joinvoices.platform.switches.Standstill;
import org.joinvoices.platform.switches.Switches;
import org.joinvoices.platform.web.Words;
import org.joinvoices.signing.CountAlarm;

/** What stands still until somebody says so, and what needs a look at the command line. */
public final class Stops {

  private static final Words WORDS = DeskPages.WORDS;

  private final LaneStops lanes;
  private final StoppedMails mails;
  private final Switches switches;
  private final DataSource dataSource;

  Stops(DataSource dataSource, InstantSource machine) {
    this.lanes = new LaneStops(dataSource, machine);
    this.mails = new StoppedMails(dataSource);
    this.switches = new Switches(dataSource, machine);
    this.dataSource = dataSource;
  }

  /** A sentence each. */
  public List<String> list() {
    var sentences = new ArrayList<String>();
    lanes.list().forEach((lane, code) -> sentences.add(stop(lane, code)));
    long waiting = mails.count();
    if (waiting > 0) {
      sentences.add(WORDS.get("stopped.mails", WORDS.formats().number(waiting)));
    }
    switches.list().stream().flatMap(one -> paused(one).stream()).forEach(sentences::add);
    CountAlarm.list(dataSource)
        .forEach(
            alarm ->
                sentences.add(
                    WORDS.get(
                        "stopped.counts",
                        alarm.action(),
                        WORDS.formats().number(alarm.countDrift()),
                        WORDS.formats().number(alarm.eventDrift()))));
    return sentences;
  }

  /** A letter's, an office's or a lane's pause stands where that is looked after. */
  private static Optional<String> paused(Standstill one) {
    return one.what().subject().isEmpty()
        ? Optional.of(
            WORDS.get("stopped." + one.what().scope() + ".paused", DeskPages.moment(one.since())))
        : Optional.empty();
  }

  private static String stop(Route lane, String code) {
    String name = WORDS.get("stopped." + lane.word());
    return code.equals(LaneStops.RESTORED)
        ? WORDS.get("stopped.lane.restored", name, lane.word())
        : WORDS.get("stopped.lane.gateway", name, code, lane.word());
  }
}
