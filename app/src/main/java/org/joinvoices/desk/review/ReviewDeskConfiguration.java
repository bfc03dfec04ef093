package org.joinvoices.desk.review;

import org.joinvoices.signing.Reviews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the pages about reviews. */
@Configuration(proxyBeanMethods = false)
class ReviewDeskConfiguration {

  @Bean
  ReviewPages reviewPages(Reviews reviews) {
    return new ReviewPages(reviews);
  }
}
