package org.joinvoices.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.joinvoices.action.SampleActions;
import org.joinvoices.action.SeedAction;
import org.joinvoices.desk.Invitations;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.clock.CivicClockStore;
import org.joinvoices.platform.crypto.MasterKey;
import org.joinvoices.platform.crypto.Vault;
import org.joinvoices.platform.database.Login;
import org.joinvoices.platform.principal.Role;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole server over a database of its own, with the first letter published. */
final class DeskServer {

  private DeskServer() {}

  /**
   * A demonstration without gateways.
   *
   * @param now civic instant that it begins at
   * @param more settings besides
   */
  static ConfigurableApplicationContext start(
      Path home, DataSource database, Instant now, Map<String, Object> more) {
    MasterKey.loadOrCreate(home.resolve("keys/master.json"));
    SeedAction.publish(database, SampleActions.OPEN);
    new CivicClockStore(database, InstantSource.system()).moveTo(now);
    var pool = (HikariDataSource) database;
    var settings =
        new HashMap<>(
            DemoProperties.of(
                home, 0, new Login(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())));
    DemoProperties.withoutGateways(settings);
    settings.putAll(more);
    return ServerApplication.start(settings, "demo");
  }

  /** An organizer who has just accepted an invitation. */
  static DeskVisitor come(
      ConfigurableApplicationContext server, DataSource database, String organizer, Role role) {
    var invitations =
        new Invitations(database, server.getBean(Vault.class), InstantSource.system());
    return switch (invitations.invite(organizer, role, new Actor.CommandLine())) {
      case Invitations.Outcome.Invited invited -> DeskVisitor.by(invited.path(), port(server));
      case Invitations.Outcome other -> throw new IllegalStateException("not invited: " + other);
    };
  }

  static int port(ConfigurableApplicationContext server) {
    return Objects.requireNonNull(((ServletWebServerApplicationContext) server).getWebServer())
        .getPort();
  }
}
