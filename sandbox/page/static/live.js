// The line to the sandbox: pushes come in, a person's deeds go out, and it mends itself.

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5000;

export class Live {
  #socket = null;
  #pause = FIRST_PAUSE;
  #hear;
  #connected;

  /** `hear(event)` is called for each push, `connected(bool)` when the line goes up or down. */
  constructor({ hear, connected }) {
    this.#hear = hear;
    this.#connected = connected;
  }

  open() {
    const address = new URL("/page/live", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.onopen = () => {
      this.#pause = FIRST_PAUSE;
      this.#connected(true);
    };
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    socket.onclose = () => {
      this.#connected(false);
      setTimeout(() => this.open(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    };
  }

  /** Send a deed; false means that there is no line and nothing left. */
  send(deed) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(deed));
    return true;
  }
}
