"""A bare Tornado server that answers one small JSON object: what this machine can do at most, with uvloop as we use it."""

import asyncio
import sys

import tornado.web
import uvloop


class Hello(tornado.web.RequestHandler):
    """Answers and does nothing else."""

    def get(self) -> None:
        self.write({"name": "一次", "status": "ok"})


async def serve(port: int) -> None:
    """Listens until the process is ended."""
    app = tornado.web.Application([("/", Hello)], log_function=lambda handler: None)
    app.listen(port, "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1])))
