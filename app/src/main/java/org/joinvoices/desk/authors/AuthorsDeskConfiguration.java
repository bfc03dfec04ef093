package org.joinvoices.desk.authors;

import org.joinvoices.authors.AuthorsLinks;
import org.joinvoices.authors.PauseRequests;
import org.joinvoices.authors.TextApprovals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the page about the authors' room. */
@Configuration(proxyBeanMethods = false)
class AuthorsDeskConfiguration {

  @Bean
  AuthorsDeskPages authorsDeskPages(
      AuthorsLinks links, TextApprovals approvals, PauseRequests pauses) {
    return new AuthorsDeskPages(links, approvals, pauses);
  }
}
