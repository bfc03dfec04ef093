package org.joinvoices.authors.web;

import javax.sql.DataSource;
import org.joinvoices.action.Actions;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.authors.TextApprovals;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.delivery.Pauses;
import org.joinvoices.platform.switches.Switchboard;
import org.joinvoices.platform.web.Frames;
import org.joinvoices.platform.web.Pages;
import org.joinvoices.signing.Counts;
import org.joinvoices.signing.HandedOver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the page of the authors' room. */
@Configuration(proxyBeanMethods = false)
class AuthorsWebConfiguration {

  @Bean
  RoomStandings roomStandings(
      Counts counts,
      Deliveries deliveries,
      HandedOver.Records handOvers,
      Pauses pauses,
      Switchboard switches) {
    return new RoomStandings(counts, deliveries, handOvers, pauses, switches);
  }

  @Bean
  RoomPages roomPages(
      DataSource dataSource,
      TextApprovals approvals,
      PauseRequests pauses,
      RoomStandings standings,
      Frames frames,
      Pages pages) {
    return new RoomPages(new Actions(dataSource), approvals, pauses, standings, frames, pages);
  }
}
