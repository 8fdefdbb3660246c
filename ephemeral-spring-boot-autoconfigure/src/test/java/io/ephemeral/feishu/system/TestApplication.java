package io.ephemeral.feishu.system;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * An application that has everything on its class path.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class TestApplication {

}
