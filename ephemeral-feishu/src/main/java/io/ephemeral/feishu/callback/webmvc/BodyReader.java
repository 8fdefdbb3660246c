package io.ephemeral.feishu.callback.webmvc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import io.ephemeral.feishu.callback.CallbackRejectedException;
import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import reactor.core.publisher.MonoSink;

/**
 * Reader of a body as it arrives, up to the size limit. While it reads, or while the
 * container reports an error, no other thread writes a response.
 */
final class BodyReader implements ReadListener {

	private static final int CHUNK = 4096;

	private final ServletInputStream input;

	private final CallbackExchange exchange;

	private final int most;

	private final MonoSink<byte[]> sink;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);

	private final byte[] chunk = new byte[CHUNK];

	private BodyReader(ServletInputStream input, CallbackExchange exchange, int most, MonoSink<byte[]> sink) {
		this.input = input;
		this.exchange = exchange;
		this.most = most;
		this.sink = sink;
	}

	static void start(HttpServletRequest request, CallbackExchange exchange, int most, MonoSink<byte[]> sink) {
		try {
			ServletInputStream input = request.getInputStream();
			input.setReadListener(new BodyReader(input, exchange, most, sink));
		}
		catch (IOException ex) {
			sink.error(ex);
		}
	}

	@Override
	public void onDataAvailable() throws IOException {
		synchronized (this.exchange) {
			while (this.input.isReady() && !this.input.isFinished()) {
				int read = this.input.read(this.chunk);
				if (read > 0) {
					this.body.write(this.chunk, 0, read);
				}
				if (this.body.size() > this.most) {
					this.sink.error(new CallbackRejectedException(Reason.TOO_LARGE));
					return;
				}
			}
		}
	}

	@Override
	public void onAllDataRead() {
		this.sink.success(this.body.toByteArray());
	}

	@Override
	public void onError(Throwable error) {
		synchronized (this.exchange) {
			this.sink.error(error);
		}
	}

}
