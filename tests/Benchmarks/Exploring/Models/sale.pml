/* solutions/07-ticket-sale as SPIN sees it: N buyers look, then buy under one lock; two tickets. One statement is one operation of the
   program that the kit explores: a read of the file, a line, the lock, the sleep, the new file's two steps, the move, the end. */
#ifndef N
#define N 5
#endif

byte tickets = 2;
bool held = false;
byte sold = 0;
byte none = 0;
byte ended = 0;

proctype Buyer() {
  byte seen, left;
  seen = tickets;                                 /* File.ReadAllText */
  skip;                                           /* prints what it sees */
#ifndef NOLOCK
  atomic { !held -> held = true };                /* Acquire */
#endif
  left = tickets;                                 /* File.ReadAllText */
  skip;                                           /* Thread.Sleep */
  if
  :: left == 0 -> none++                          /* prints that none is left */
  :: else ->
     skip;                                        /* the file aside: opened, now empty */
     skip;                                        /* the file aside: written */
     tickets = left - 1;                          /* File.Move */
     sold++                                       /* prints that it bought one */
  fi;
#ifndef NOLOCK
  held = false;                                   /* Release */
#endif
  ended++                                         /* the process ends */
}

init {
  byte i;
  atomic {
    for (i : 1 .. N) { run Buyer() }
  };
  ended == N;                                     /* the joins */
#ifndef NOLOCK
  assert(sold <= 2 && sold + none == N)
#endif
}
