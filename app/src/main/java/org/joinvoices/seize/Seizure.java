package org.joinvoices.seize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.joinvoices.bench.GatewaySink;
import org.joinvoices.bench.MailSink;
import org.joinvoices.platform.clock.CivicClock;
import org.springframework.util.FileSystemUtils;

/**
 * Fills a house of its own with made-up signers in the ways people sign and leave, lets its days
 * pass through the jobs that forget, and seizes it on the days asked for: power off, every file
 * copied, and everything tried on the copy.
 */
public final class Seizure {

  /**
   * What to do.
   *
   * @param main the class whose commands are run
   * @param signers and as many strangers
   * @param days on which it is seized, none before {@link #FIRST}
   */
  public record Plan(String main, int signers, long seed, List<LocalDate> days) {
    public Plan {
      days = List.copyOf(new TreeSet<>(days));
    }
  }

  /** Looks at a copy before it is searched, such as a test that plants something in it. */
  @FunctionalInterface
  interface Before {
    void look(Path seized, List<Person> candidates) throws IOException;
  }

  /** On which everybody signs; ten days before the deadline of the letter. */
  private static final LocalDate SIGNING = LocalDate.of(2021, 1, 10);

  /** The first day on which a house can be seized. */
  public static final LocalDate FIRST = SIGNING.plusDays(1);

  /** The last day on which the letter that comes with the program can be joined. */
  private static final LocalDate LAST_OPEN = LocalDate.of(2021, 4, 30);

  /**
   * The day before the letter closes; the first on which its key is destroyed; the first on which
   * no copy of the key and no backup of that time is left.
   */
  public static final List<LocalDate> USUAL =
      List.of(LAST_OPEN, LocalDate.of(2021, 11, 2), LocalDate.of(2021, 12, 7));

  /** Days after the signing on which the house is looked after, whatever comes. */
  private static final List<Integer> STEPS = List.of(1, 11, 16, 31, 40, 150);

  /** Days before each seizure on which a backup is made. */
  private static final List<Integer> BACKUPS = List.of(33, 2);

  private static final LocalTime NOON = LocalTime.of(12, 0);

  private final Plan plan;
  private final Consumer<String> progress;
  private final Before before;
  private final List<Person> people;
  private final Mailboxes mailboxes = new Mailboxes();
  private LocalDate lateDay = SIGNING;

  private Seizure(Plan plan, Consumer<String> progress, Before before) {
    this.plan = plan;
    this.progress = progress;
    this.before = before;
    this.people = People.make(plan.signers(), SIGNING, plan.seed());
  }

  /**
   * @param progress told in a few words now and then
   */
  public static SeizeReport run(Plan plan, Consumer<String> progress) throws InterruptedException {
    return run(plan, progress, (_, _) -> {});
  }

  static SeizeReport run(Plan plan, Consumer<String> progress, Before before)
      throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("joinvoices-seize").toRealPath();
      try {
        return new Seizure(plan, progress, before).run(folder);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the house could not be seized: " + e.getMessage(), e);
    }
  }

  private SeizeReport run(Path folder) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    var days = new ArrayList<SeizeReport.Day>();
    Path own = Files.createDirectory(folder.resolve("house"));
    try (var mails = new MailSink(mailboxes);
        var gateways = new GatewaySink(People.states(people));
        var house =
            SampleHouse.start(plan.main(), own, noon(SIGNING), mails.port(), gateways.address());
        var acts = new Acts(house, mailboxes)) {
      fill(house, acts);
      var operator = new Operator(house);
      for (LocalDate day : calendar()) {
        progress.accept(day + ", after " + secondsSince(begun) + " s");
        house.passTo(noon(day));
        operator.deleteOld(day);
        if (isBackupDay(day)) {
          operator.backUp(day);
        }
        if (plan.days().contains(day)) {
          days.add(seize(house, acts, mails, day, folder.resolve(day.toString())));
        }
      }
    }
    return new SeizeReport(
        plan.signers(), plan.seed(), Duration.ofNanos(System.nanoTime() - begun).toSeconds(), days);
  }

  private static long secondsSince(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
  }

  private void fill(SampleHouse house, Acts acts) throws IOException, InterruptedException {
    progress.accept(plan.signers() + " people sign");
    acts.all(people(person -> person.fate().signsOnTheWeb()));
    acts.onPaper(people(person -> person.fate() == Fate.PAPER));
    if (firstDay().isAfter(LAST_OPEN)) {
      acts.all(people(person -> person.fate() == Fate.LATE));
    }
    house.passTo(noon(SIGNING).plus(Duration.ofHours(1)));
  }

  private LocalDate firstDay() {
    return plan.days().getFirst();
  }

  private List<Person> people(Predicate<Person> which) {
    return people.stream().filter(which).toList();
  }

  /** Days on which something is done, up to the last seizure. */
  private List<LocalDate> calendar() {
    var days = new TreeSet<LocalDate>(plan.days());
    STEPS.forEach(step -> days.add(SIGNING.plusDays(step)));
    for (LocalDate day : plan.days()) {
      BACKUPS.forEach(before -> days.add(day.minusDays(before)));
    }
    days.removeIf(day -> !day.isAfter(SIGNING) || day.isAfter(plan.days().getLast()));
    return List.copyOf(days);
  }

  private boolean isBackupDay(LocalDate day) {
    return plan.days().stream()
        .anyMatch(seized -> BACKUPS.stream().anyMatch(days -> seized.minusDays(days).equals(day)));
  }

  /** The house goes on afterwards, unless it was the last time. */
  private SeizeReport.Day seize(
      SampleHouse house, Acts acts, MailSink mails, LocalDate day, Path copy)
      throws IOException, InterruptedException {
    if (day.equals(firstDay()) && !day.isAfter(LAST_OPEN)) {
      mails.refuse(true);
      acts.all(people(person -> person.fate() == Fate.LATE));
      lateDay = day;
    }
    progress.accept("seized on " + day);
    house.seizeTo(copy);
    mails.refuse(false);
    before.look(copy, people);
    Attack.Outcome outcome = Attack.on(copy, people);
    FileSystemUtils.deleteRecursively(copy);
    if (!day.equals(plan.days().getLast())) {
      house.startAgain();
    }
    return new Judgement(day, outcome, groups(day)).day();
  }

  private Map<Person, Group> groups(LocalDate asOf) {
    var groups = new HashMap<Person, Group>();
    for (Person person : people) {
      LocalDate signed = person.fate() == Fate.LATE ? lateDay : SIGNING;
      groups.put(person, Group.of(person.fate(), signed, asOf));
    }
    return groups;
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(NOON).atZone(CivicClock.CONGRESS).toInstant();
  }
}
