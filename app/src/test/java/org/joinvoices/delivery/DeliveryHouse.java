package org.joinvoices.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joinvoices.action.Actions;
import org.joinvoices.action.SampleActions;
import org.joinvoices.delivery.cwc.CwcClient;
import org.joinvoices.delivery.cwc.CwcMessage;
import org.joinvoices.delivery.cwc.KnownOffices;
import org.joinvoices.demo.GatewayServer;
import org.joinvoices.districts.Districts;
import org.joinvoices.platform.clock.CivicClock;
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
  public final Districts districts = Districts.builtIn();
  final DeliveryStore store = new DeliveryStore(house.database, this::machineTime);
  final DeliveryLanes lanes;
  final LaneStops stops = new LaneStops(house.database, this::machineTime);
  final DeliveryPlanner planner =
      new DeliveryPlanner(house.events, districts, house.clock, this::machineTime);
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
  private String agent = AGENT;

  public DeliveryHouse(Path folder) {
    gateway = new GatewayServer(folder, AGENT);
    lanes =
        new DeliveryLanes(
            house.database,
            Arrays.stream(Chamber.values()).map(this::lane).toList(),
            GAP,
            house.clock,
            this::machineTime);
    deliveries = new Deliveries(house.database, districts, lanes, house.clock);
  }

  private Lane lane(Chamber chamber) {
    CwcClient client = gateway.client(chamber);
    return new Lane(
        chamber,
        gateway.address(chamber),
        client,
        new KnownOffices(client, this::machineTime),
        Duration.ofSeconds(3),
        10);
  }

  DeliveryWorker worker(Chamber chamber) {
    Lane lane =
        lanes.list().stream().filter(one -> one.chamber() == chamber).findFirst().orElseThrow();
    return worker(lane, lanes, house.clock);
  }

  DeliveryWorker worker(Lane lane, DeliveryLanes all, CivicClock clock) {
    var sender =
        new CwcMessage.Agent(
            agent, "ack@sample.example", "Sample Operator", "ops@sample.example", "202-555-0142");
    return new DeliveryWorker(
        lane,
        all,
        store,
        house.signatures,
        districts,
        new MessageComposer(new Actions(house.database), sender),
        new MessageImprint(house.vault),
        clock);
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

  /** Makes rows of what was confirmed since. */
  public void plan() {
    planner.run();
  }

  public void send() {
    worker(Chamber.SENATE).run();
    worker(Chamber.HOUSE).run();
  }

  void release() {
    new DeliveryRelease(house.database, districts, lanes, house.clock, this::machineTime).run();
  }

  /** As the job does. */
  void followTurnover() {
    turnover.run();
    plan();
  }

  void registeredAs(String other) {
    agent = other;
  }

  /** Moves machine time. */
  void pass(Duration by) {
    machine = machine.plus(by);
  }

  Instant machineTime() {
    return machine;
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
