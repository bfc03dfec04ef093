package org.joinvoices.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.util.Bytes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.joinvoices.action.Action;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.OfficeContact;
import org.joinvoices.delivery.PacketLetters.Look;
import org.joinvoices.delivery.packet.PacketHead;
import org.joinvoices.delivery.packet.PacketOffice;
import org.joinvoices.delivery.packet.PacketPrint;
import org.joinvoices.districts.Districts;
import org.joinvoices.districts.Officeholder;
import org.joinvoices.districts.Seat;
import org.joinvoices.districts.SeatNames;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.signing.Signatures;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters on paper, office by office: a packet takes what waits on lane {@code packet}, is printed
 * as often as needed, and is handed over or made void. Making one is a claim like any other: a
 * letter is in one packet or on another lane, never both. Each step is one transaction with its
 * entry in the audit trail, so that one that is cut off has not happened.
 */
public final class Packets {

  /**
   * Most letters in one packet: printed, about what two boxes of paper hold and one person carries.
   */
  public static final int MOST = 5_000;

  private final PacketStore store;
  private final Pauses pauses;
  private final TransactionTemplate transaction;
  private final Actions actions;
  private final Signatures signatures;
  private final Districts districts;
  private final PacketImprint imprint;
  private final AuditTrail audit;
  private final CivicClock clock;
  private final InstantSource machine;
  private final PacketPrint print = new PacketPrint();

  public Packets(
      DataSource dataSource,
      Signatures signatures,
      Vault vault,
      Districts districts,
      CivicClock clock,
      InstantSource machine) {
    this.store = new PacketStore(dataSource);
    this.pauses = new Pauses(dataSource, machine);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.actions = new Actions(dataSource);
    this.signatures = signatures;
    this.districts = districts;
    this.imprint = new PacketImprint(vault);
    this.audit = new AuditTrail(dataSource, machine);
    this.clock = clock;
    this.machine = machine;
  }

  /** The offices for which letters wait, by seat. */
  public List<PacketOffer> open(ActionId action) {
    LocalDate today = clock.today();
    return store.waiting(action).stream()
        .map(
            waiting ->
                new PacketOffer(
                    waiting.seat(),
                    districts.officeholder(waiting.seat(), today).map(Officeholder::name),
                    waiting.letters()))
        .toList();
  }

  /** Whether packets of the letter are made at all; an office may be paused besides. */
  public boolean isPaused(ActionId action) {
    return pauses.now().isPaused(action);
  }

  /** Every packet of an action, by seat and number. */
  public List<Packet> list(ActionId action) {
    return store.list(action);
  }

  public Optional<Packet> find(ActionId action, UUID packet) {
    return store.find(action, packet);
  }

  /**
   * @param number at this office
   */
  public Optional<Packet> find(ActionId action, Seat seat, int number) {
    return store.find(action, seat, number);
  }

  /**
   * Makes the office's next packet of the letters that have waited longest. Those that nobody wants
   * any more, or that must wait, are left out and settled or held. While the letter or the office
   * is paused, none is made.
   *
   * @param most letters, at most {@link #MOST}
   */
  public PacketMaking make(Actor by, ActionId action, Seat seat, int most) {
    var made = transaction.execute(_ -> makeNow(by, action, seat, Math.min(most, MOST)));
    return Objects.requireNonNull(made);
  }

  private PacketMaking makeNow(Actor by, ActionId action, Seat seat, int most) {
    if (pauses.now().obstacle(action, seat, Route.PACKET).isPresent()) {
      return new PacketMaking(Optional.empty(), 0, 0);
    }
    store.lock(action, seat);
    var letters = letters(actions.get(action), clock.today());
    List<Chosen> chosen = new ArrayList<>();
    List<UUID> withdrawn = new ArrayList<>();
    List<PacketStore.Held> held = new ArrayList<>();
    for (PacketRow row : store.claim(action, seat, most)) {
      switch (letters.look(row)) {
        case Look.Wanted(var composed) -> chosen.add(Chosen.of(row, composed));
        case Look.Withdrawn() -> withdrawn.add(row.id());
        case Look.Waits(var reason) -> held.add(new PacketStore.Held(row.id(), reason));
      }
    }
    store.withdraw(action, withdrawn, now());
    store.hold(action, held);
    return new PacketMaking(add(by, action, seat, chosen), withdrawn.size(), held.size());
  }

  private Optional<Packet> add(Actor by, ActionId action, Seat seat, List<Chosen> chosen) {
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    List<PacketStore.Placed> placed = new ArrayList<>();
    for (Chosen one : chosen.stream().sorted(Chosen.ORDER).toList()) {
      placed.add(new PacketStore.Placed(one.id(), placed.size() + 1, one.imprint()));
    }
    UUID id = UuidCreator.getTimeOrderedEpoch();
    store.add(action, id, seat, placed, now());
    audit.append(by, AuditAct.PACKETS_MADE, action.value());
    return store.find(action, id);
  }

  /** A letter that comes into the packet: no more of it than its order needs. */
  private record Chosen(
      UUID id, boolean ownWords, int version, String zip3, String code, Bytes imprint) {

    /**
     * Own words first; then by the text that was joined, the newest first, and roughly by region.
     * The code is random: neither names nor the order of signing can be read off the numbers.
     */
    private static final Comparator<Chosen> ORDER =
        Comparator.comparing((Chosen one) -> !one.ownWords())
            .thenComparing(Comparator.comparing(Chosen::version).reversed())
            .thenComparing(Chosen::zip3)
            .thenComparing(Chosen::code);

    private static Chosen of(PacketRow row, PacketLetters.Composed composed) {
      String last = composed.letter().address().getLast();
      String zip = last.substring(last.lastIndexOf(' ') + 1);
      return new Chosen(
          row.id(),
          composed.letter().hasOwnWords(),
          composed.version(),
          zip.substring(0, Math.min(3, zip.length())),
          row.code(),
          composed.imprint());
    }
  }

  /**
   * Opens the papers of a packet for printing or downloading, and notes that somebody does.
   *
   * @return empty if there is no such packet, or it is void
   */
  public Optional<PacketPapers> print(Actor by, ActionId action, UUID packet) {
    Optional<Packet> found =
        store.find(action, packet).filter(one -> one.state() != PacketState.VOID);
    found.ifPresent(
        _ ->
            transaction.executeWithoutResult(
                _ -> audit.append(by, AuditAct.PACKET_PRINTED, action.value())));
    return found.map(this::papers);
  }

  private PacketPapers papers(Packet packet) {
    Action action = actions.get(packet.action());
    return new PacketPapers(
        packet, head(action, packet), store, letters(action, day(packet)), print);
  }

  /**
   * Gives a packet up: its letters wait for the next one, except those nobody wants any more.
   *
   * @return false if it was handed over, or void, or is not there
   */
  public boolean makeVoid(Actor by, ActionId action, UUID packet) {
    return settle(
        by,
        AuditAct.PACKET_VOIDED,
        action,
        packet,
        PacketState.VOID,
        now(),
        () -> store.queueAgain(action, packet, machine.instant()));
  }

  /**
   * Records that a packet was handed over, without the letters that had been taken out by then.
   *
   * @param at civic time of the hand-over
   * @param proof what else is to be recorded in the same transaction
   * @return false if it was handed over before, or void, or is not there
   */
  public boolean handOver(Actor by, ActionId action, UUID packet, Instant at, Runnable proof) {
    Optional<Packet> found = store.find(action, packet);
    return found.isPresent()
        && settle(
            by,
            AuditAct.PACKET_HANDED_OVER,
            action,
            packet,
            PacketState.HANDED_OVER,
            at,
            () -> {
              store.handOver(action, packet, at, "packet_" + found.get().number());
              proof.run();
            });
  }

  /** The packet first: whoever settles it has its letters alone. */
  private boolean settle(
      Actor by,
      AuditAct act,
      ActionId action,
      UUID packet,
      PacketState state,
      Instant at,
      Runnable letters) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              boolean settled = store.settle(action, packet, state, at);
              if (settled) {
                letters.run();
                audit.append(by, act, action.value());
              }
              return settled;
            }));
  }

  private PacketLetters letters(Action action, LocalDate day) {
    return new PacketLetters(action, actions, signatures, districts, imprint, day);
  }

  private PacketHead head(Action action, Packet packet) {
    return new PacketHead(
        action.slug(),
        action.letter().in(action.defaultLanguage()).title(),
        action.organization(),
        packet.seat(),
        office(action, packet.seat()),
        packet.number(),
        packet.letters(),
        day(packet),
        clock.today());
  }

  private static LocalDate day(Packet packet) {
    return LocalDate.ofInstant(packet.madeAt(), CivicClock.CONGRESS);
  }

  private PacketOffice office(Action action, Seat seat) {
    String words = SeatNames.of(seat, "en");
    String addressed =
        districts
            .officeholder(seat, clock.today())
            .map(holder -> "The Honorable " + holder.name())
            .orElse("Office of the " + words);
    List<String> address =
        action
            .office(seat)
            .map(OfficeContact::postalAddress)
            .filter(lines -> !lines.isEmpty())
            .orElse(general(seat));
    return new PacketOffice(addressed, words, address);
  }

  /** The chambers' own addresses; whoever sorts mail there goes by the name above. */
  private static List<String> general(Seat seat) {
    return seat.isSenate()
        ? List.of("United States Senate", "Washington, DC 20510")
        : List.of("United States House of Representatives", "Washington, DC 20515");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
