package io.ephemeral.feishu.test.lunch;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Application with more than handlers.
 */
@SpringBootApplication
class LunchApplication {

}
