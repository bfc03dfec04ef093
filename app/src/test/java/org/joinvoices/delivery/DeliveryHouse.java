package org.joinvoices.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.delivery.cwc.CwcMessage;
import org.joinvoices.delivery.cwc.Gateway;
import org.joinvoices.demo.GatewayServer;
import org.joinvoices.districts.BuiltIn;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClock;
import org.joinvoices.platform.switches.Switching;
import org.joinvoices.signing.Rematch;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SigningHouse;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house that delivers to the fake gateway over real HTTP; both clocks are moved by hand. */
public final class DeliveryHouse implements AutoCloseable {

  static final String AGENT = "JoinVoices Sample";

  static final QuietGap GAP = new QuietGap(Duration.ofDays(1), Duration.ofDays(4));

  /** Wholly within OH-11. */
  static final String ZIP = "44103";

  public final SigningHouse house = new SigningHouse();
  public final GatewayServer gateway;
  public final Districts districts = BuiltIn.DISTRICTS;
  final DeliveryStore store = new DeliveryStore(house.database, this::machineTime);
  final DeliveryQueue queue = new DeliveryQueue(house.database, this::machineTime);
  final Pauses pauses = new Pauses(house.database, this::machineTime);
  private final Switching switching = new Switching(house.database, this::machineTime);
  private SendingLimits limits = SendingLimits.usual();
  final Actions actions = new Actions(house.database);
  final LaneStops stops = new LaneStops(house.database, this::machineTime);
  final Turnover turnover =
      new Turnover(
          house.database,
          house.signatures,
          new Rematch(house.database, house.vault, districts, house.clock),
          districts,
          house.clock,
          this::machineTime);
  public final Deliveries deliveries;
  private final JdbcClient jdbc = JdbcClient.create(house.database);
  private Instant machine = SampleActions.OPEN;
  private Duration setBack = Duration.ZERO;
  DeliveryLanes lanes;
  private SendingRules rules;

  public DeliveryHouse(Path folder) {
    gateway = new GatewayServer(folder, AGENT);
    lanes = lanes(AGENT);
    rules =
        new SendingRules(pauses, limits, actions, house.clock, this::machineTime, this::steadyTime);
    deliveries = new Deliveries(house.database, districts, lanes, house.clock);
  }

  boolean pause(Pausable what) {
    return switching.pause(new Actor.CommandLine(), what.toSwitch(), Optional.empty());
  }

  boolean resume(Pausable what) {
    return switching.resume(new Actor.CommandLine(), what.toSwitch());
  }

  private DeliveryLanes lanes(String agent) {
    return lanes(
        Arrays.stream(Chamber.values())
            .map(chamber -> lane(chamber, gateway.address(chamber), gateway.client(chamber), agent))
            .toList());
  }

  DeliveryLanes lanes(List<Lane> some) {
    return new DeliveryLanes(house.database, some, GAP, house.clock, this::machineTime);
  }

  Lane lane(Chamber chamber, URI address, Gateway far, String agent) {
    return lane(chamber, address, far, agent, 10);
  }

  /** A lane on which messages are marked in groups. */
  Lane fast(Chamber chamber) {
    return lane(chamber, gateway.address(chamber), gateway.client(chamber), AGENT, 1_000);
  }

  private Lane lane(Chamber chamber, URI address, Gateway far, String agent, int perSecond) {
    var sender =
        new CwcMessage.Agent(
            agent, "ack@sample.example", "Sample Operator", "ops@sample.example", "202-555-0142");
    return new CwcLane(
        new CwcLane.Line(chamber, address, far, Duration.ofSeconds(3), perSecond),
        new MessageComposer(actions, sender),
        new MessageImprint(house.vault),
        this::machineTime,
        this::steadyTime);
  }

  DeliveryWorker worker(Route route) {
    Lane lane = lanes.list().stream().filter(one -> one.route() == route).findFirst().orElseThrow();
    return worker(lane, lanes, house.clock);
  }

  DeliveryWorker worker(Lane lane, DeliveryLanes all, CivicClock clock) {
    var choice = new ChannelChoice(all);
    var posting =
        new Posting(lane, all, store, house.signatures, districts, actions, choice, clock);
    return new DeliveryWorker(lane, all, queue, store, rules, posting, clock);
  }

  /** From now on; what was sent before is not counted. */
  void limit(SendingLimits other) {
    limits = other;
    rules =
        new SendingRules(pauses, limits, actions, house.clock, this::machineTime, this::steadyTime);
  }

  /** As a worker does that dies right then. */
  Optional<ClaimedDelivery> claim(Route lane, Duration lease) {
    List<DeliveryQueue.Share> shares =
        queue.survey(lane).stream()
            .map(one -> new DeliveryQueue.Share(one.action(), one.office(), 1))
            .toList();
    return queue.claim(lane, shares, 1, lease).stream().findFirst();
  }

  Forecasts forecasts() {
    return new Forecasts(
        house.database, actions, () -> districts, limits, house.clock, this::machineTime);
  }

  /** Signs and confirms a sample person in a ZIP code, and plans. */
  public SignatureKey confirmed(String region, String zip) {
    return confirmed(in(region, zip));
  }

  public SignatureKey confirmed(Map<String, List<String>> form) {
    SignatureKey key = house.confirmed(form);
    plan();
    return key;
  }

  public static Map<String, List<String>> in(String region, String zip) {
    return SampleForms.with(
        SampleForms.with(SampleForms.send(), "region", region), "postal_code", zip);
  }

  /** Whether a copy that a signer kept is what was sent. */
  public CopyCheck copyCheck() {
    return new CopyCheck(house.database, house.signatures, lanes);
  }

  private DeliveryPlanner planner() {
    return new DeliveryPlanner(
        house.events, actions, new ChannelChoice(lanes), districts, house.clock, this::machineTime);
  }

  /** Makes rows of what was confirmed since. */
  public void plan() {
    planner().run();
    new HandOffs(house.database, house.clock, this::machineTime).run();
  }

  /** Leaves what goes to these seats to the supporters themselves. */
  void leaveToSupporters(String... seats) {
    jdbc.sql("UPDATE delivery SET lane = 'hand_off', channel = 'hand_off' WHERE target IN (:seats)")
        .param("seats", List.of(seats))
        .update();
  }

  public void send() {
    worker(Route.SENATE).run();
    worker(Route.HOUSE).run();
  }

  void release() {
    new DeliveryRelease(house.database, actions, districts, lanes, house.clock, this::machineTime)
        .run();
  }

  /** As the job does. */
  void followTurnover() {
    turnover.run();
    plan();
  }

  void registeredAs(String other) {
    lanes = lanes(other);
  }

  /** Moves machine time. */
  void pass(Duration by) {
    machine = machine.plus(by);
  }

  Instant machineTime() {
    return machine;
  }

  /** What somebody does to the machine's clock. */
  void setClockBack(Duration by) {
    machine = machine.minus(by);
    setBack = setBack.plus(by);
  }

  private Instant steadyTime() {
    return machine.plus(setBack);
  }

  /** Seat to state, with the reason where it is held. */
  Map<String, String> states(SignatureKey key) {
    return deliveries.list(key).stream()
        .collect(
            java.util.stream.Collectors.toMap(
                line -> line.seat().value(),
                line ->
                    line.state().word()
                        + line.heldReason().map(reason -> " " + reason).orElse("")));
  }

  List<String> attemptCodes() {
    return jdbc.sql("SELECT result || ' ' || code FROM delivery_attempt ORDER BY attempt_no")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    gateway.close();
    house.close();
  }
}
