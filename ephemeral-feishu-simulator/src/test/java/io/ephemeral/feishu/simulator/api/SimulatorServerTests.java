package io.ephemeral.feishu.simulator.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SimulatorServerTests {

	private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)", Pattern.CASE_INSENSITIVE);

	/** The first of the two is read from a file, and the second is answered at once. */
	@Test
	void connectionWhenRequestArrivesBeforeAnswerThenIsReadOn() throws IOException {
		try (FeishuSimulator feishu = FeishuSimulator.start();
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), feishu.baseUrl().getPort())) {
			socket.setSoTimeout(30_000);
			request(socket, "/page.css");
			assertThat(answer(socket.getInputStream())).contains("200 OK");
			request(socket, "/card.css", "/page.css");
			assertThat(answer(socket.getInputStream())).contains("200 OK");
			assertThat(answer(socket.getInputStream())).contains("200 OK");

			request(socket, "/none");

			assertThat(answer(socket.getInputStream())).contains("404 Not Found");
		}
	}

	private static void request(Socket socket, String... paths) throws IOException {
		StringBuilder requests = new StringBuilder();
		for (String path : paths) {
			requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
		}
		socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
	}

	/** Reads an answer, and returns its status line with its headers. */
	private static String answer(InputStream stream) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = stream.read();
			assertThat(next).as(head.toString()).isNotNegative();
			head.append((char) next);
		}
		Matcher length = LENGTH.matcher(head);
		assertThat(length.find()).as(head.toString()).isTrue();
		stream.readNBytes(Integer.parseInt(length.group(1)));
		return head.toString();
	}

}
