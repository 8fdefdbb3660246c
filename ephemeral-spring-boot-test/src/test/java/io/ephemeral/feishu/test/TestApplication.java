package io.ephemeral.feishu.test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * Application with everything on its class path.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class TestApplication {

}
